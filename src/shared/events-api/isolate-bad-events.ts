import type { Answer } from './read-answer'
import { concernsWholeRequest, isSearchable, isTooLarge, namedPositions } from './refused-request'

/** How the search reaches the world. `Item` stands for one event. */
export interface Search<Item> {
  /** Sends the items in one request; undefined when no more requests may be made. */
  readonly send: (items: readonly Item[]) => Promise<Answer | undefined>
  /** Says what became of the items; undefined when nobody could find out. Called once for each item. */
  readonly settle: (items: readonly Item[], answer: Answer | undefined) => void
}

/** So many events refused one by one for the same reason, and none accepted: the reason is not the single event. */
const ALIKE = 8

/** So many events named, and none accepted: time to try some alone. Together with {@link ALIKE} more than 20. */
const NAMED_BEFORE_PROBING = 13

/**
 * Delivers the healthy events of a request that TikTok refused as a whole, and finds the bad ones.
 *
 * A refusal that names positions is believed: those events are out. Otherwise the search halves: of a half that is
 * refused, the other half goes back to the events nobody knows about; where one half is healthy, the other holds the bad
 * event, and the request whose answer is known is not made. So each bad event costs about log2(n) + 1 requests. Until
 * something has been accepted, single events are tried first, for all of them may be bad for one reason.
 */
export class BadEventSearch<Item> {
  private accepted = false
  private named = 0
  private alike = 0
  private reason: string | undefined

  /** @param world where requests go and outcomes are told */
  constructor(private readonly world: Search<Item>) {}

  /**
   * Settles every one of the items.
   * @param items the events of a request that was refused
   * @param refusal what TikTok said to it
   */
  async run(items: readonly Item[], refusal: Answer): Promise<void> {
    let unknown = await this.takeOneOut(items, refusal)
    while (unknown.length > 0) {
      const answer = await this.send(unknown)
      unknown = this.isRefusal(answer) ? await this.takeOneOut(unknown, answer) : this.end(answer, unknown)
    }
  }

  /**
   * @param suspects events of which at least one is bad, as the refusal says
   * @returns those that nobody knows anything about afterwards; all others are settled
   */
  private async takeOneOut(suspects: readonly Item[], refusal: Answer): Promise<readonly Item[]> {
    if (concernsWholeRequest(refusal)) return this.end(refusal, suspects)
    const named = namedPositions(refusal, suspects.length)
    if (named.size > 0) return this.takeNamedOut(suspects, named, refusal)
    if (this.accepted || suspects.length === 1) return this.halve(suspects, refusal)

    const left = await this.probe(suspects)
    // A probe that was refused explains the refusal; otherwise the bad event is still among the others.
    return left.explained ? left.items : this.halve(left.items, refusal)
  }

  private async takeNamedOut(
    suspects: readonly Item[],
    named: ReadonlySet<number>,
    refusal: Answer
  ): Promise<readonly Item[]> {
    const others = suspects.filter((_, position) => !named.has(position))
    this.world.settle(
      suspects.filter((_, position) => named.has(position)),
      refusal
    )
    this.named += named.size
    if (this.accepted || this.named < NAMED_BEFORE_PROBING) return others
    return (await this.probe(others)).items
  }

  /** Tries single events, from all over, until one is accepted. */
  private async probe(items: readonly Item[]): Promise<{ items: readonly Item[]; explained: boolean }> {
    let left = items
    let explained = false
    while (!this.accepted && left.length > 0) {
      const position = Math.floor((left.length * this.alike) / ALIKE)
      const single = left.slice(position, position + 1)
      const others = left.filter((_, other) => other !== position)
      const answer = await this.send(single)
      if (!this.isRefusal(answer)) {
        left = this.end(answer, single, others)
        continue
      }
      explained = true
      this.alike = answer.message === this.reason ? this.alike + 1 : 1
      this.reason = answer.message
      this.world.settle(single, answer)
      left = this.alike < ALIKE ? others : this.end(answer, others)
    }
    return { items: left, explained }
  }

  private async halve(items: readonly Item[], firstRefusal: Answer): Promise<readonly Item[]> {
    let suspects = items
    let refusal = firstRefusal
    let unknown: readonly Item[] = []
    while (suspects.length > 1) {
      const middle = Math.ceil(suspects.length / 2)
      const half = suspects.slice(0, middle)
      const other = suspects.slice(middle)
      const answer = await this.send(half)
      if (this.isRefusal(answer)) {
        unknown = [...other, ...unknown]
        if (namedPositions(answer, half.length).size > 0) return [...(await this.takeOneOut(half, answer)), ...unknown]
        suspects = half
        refusal = answer
      } else if (answer?.verdict === 'accepted' && !isTooLarge(refusal)) {
        this.end(answer, half)
        suspects = other
      } else {
        return this.end(answer, half, [...other, ...unknown])
      }
    }
    this.world.settle(suspects, refusal)
    return unknown
  }

  private async send(items: readonly Item[]): Promise<Answer | undefined> {
    const answer = await this.world.send(items)
    if (answer?.verdict === 'accepted') this.accepted = true
    return answer
  }

  private isRefusal(answer: Answer | undefined): answer is Answer & { verdict: 'refused' } {
    return answer !== undefined && isSearchable(answer)
  }

  /**
   * Settles items by an answer that leaves no question about them.
   * @param answer an acceptance, a refusal of them all, or what ends the search; undefined: no more requests
   * @param items what was sent
   * @param others what else is not settled: it shares the fate of the items unless their answer was about them alone
   * @returns what remains of the others
   */
  private end(answer: Answer | undefined, items: readonly Item[], others: readonly Item[] = []): readonly Item[] {
    const goesOn = answer?.verdict === 'accepted' || answer?.verdict === 'refused'
    this.world.settle(goesOn ? items : [...items, ...others], answer)
    return goesOn ? others : []
  }
}
