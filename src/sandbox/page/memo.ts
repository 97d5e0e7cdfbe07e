import { Component, type ComponentChild, type FunctionComponent } from 'preact'

/** Creates a component that renders again only when one of its properties has changed. */
export function memo<Props extends object>(render: (props: Props) => ComponentChild): FunctionComponent<Props> {
  class Memoised extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const keys = Object.keys(next) as (keyof Props)[]
      return keys.some((key) => next[key] !== this.props[key])
    }
    override render(): ComponentChild {
      return render(this.props)
    }
  }
  return Memoised as unknown as FunctionComponent<Props>
}
