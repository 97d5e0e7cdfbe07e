import fc from 'fast-check'

/** Names that events and paths share, and names that every object inherits. */
const keys = ['a', 'b', 'a b', '0', 'properties', 'event', '__proto__', 'constructor', 'toString', 'length', '']

/** A value at the end of a path. */
const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', ' ', 0, 1, -2.5, true, false, 'Text', 'a.b', '{"a":[1]}', '{{a}}', '2'),
  fc.string({ maxLength: 5 })
)

/** An object as JSON.parse creates it, with `__proto__` as an ordinary key. */
function objectOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc
    .array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries) as object)
}

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: objectOf(tie('value')) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) }
  )
}))

/** Events with the names that the mappings read. */
export const events: fc.Arbitrary<object> = objectOf(value)

const key = fc.constantFrom(...keys)
const paths = fc.oneof(
  fc.array(key, { minLength: 1, maxLength: 3 }).map((parts) => `$.${parts.join('.')}`),
  fc.array(key, { minLength: 1, maxLength: 3 }).map((parts) => parts.map((part) => `['${part}']`).join('')),
  fc.constantFrom(
    '$.a.0.b',
    "$['a b'].c",
    '$',
    '',
    '..',
    '.',
    '$.',
    'a[0].b',
    'a["b"]',
    '$.a..b',
    '$.$.a',
    'a]b',
    '[0]',
    'a$.b'
  )
)

const templates = fc.constantFrom(
  '{{a}}',
  '{{ a.b }} and {{{b}}}',
  'x{{a b}}',
  '{{}}',
  '{{{a}}}',
  'none',
  '{{toString}}'
)
const liquids = fc.constantFrom(
  '{{ a }}',
  '{{ a.b | upcase }}',
  '{% if a %}x{% endif %}',
  '{% for i in a %}x{% endfor %}',
  '',
  'x'
)
const pattern = fc.constantFrom('a', '.', 'T', '', 'longer than ten', '$')
const replacement = fc.constantFrom<unknown>('', 'b', '$&', 'longer than ten', null, 1)
const flag = fc.constantFrom<unknown>(true, false, null, 'yes')
const text = fc.constantFrom('Text', 'a', '', '.', '_')

/** Some of the options, so that each is sometimes missing. */
function options(all: Record<string, fc.Arbitrary<unknown>>, required: string[]): fc.Arbitrary<object> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.record(all, { requiredKeys: required, noNullPrototype: true }) },
    { weight: 1, arbitrary: fc.record(all, { requiredKeys: [], noNullPrototype: true }) }
  )
}

export const { part } = fc.letrec<{ part: unknown; directive: object }>((tie) => {
  const inner = tie('part')
  const directive = tie('directive')
  /** Mostly values that the directive accepts, sometimes any value. */
  const rather = (usual: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: fc.oneof(leaf, inner) })
  const named = (name: string, value: fc.Arbitrary<unknown>, weight = 1) => ({
    weight,
    arbitrary: rather(value).map((one): object => ({ [name]: one }))
  })
  const objects = fc
    .array(fc.tuple(key, inner), { maxLength: 3 })
    .map((entries) => Object.fromEntries(entries) as object)
  return {
    directive: fc.oneof(
      { depthSize: 'small' },
      named('@path', fc.oneof({ weight: 5, arbitrary: paths }, { weight: 1, arbitrary: directive }), 8),
      named('@template', fc.oneof({ weight: 5, arbitrary: templates }, { weight: 1, arbitrary: directive })),
      named('@literal', inner),
      named('@liquid', liquids),
      named('@if', options({ exists: inner, blank: inner, then: inner, else: inner }, ['then']), 4),
      named(
        '@case',
        options({ operator: fc.constantFrom<unknown>('lower', 'upper', 'title'), value: directive }, [
          'operator',
          'value'
        ])
      ),
      named(
        '@replace',
        options(
          {
            pattern,
            replacement,
            pattern2: pattern,
            replacement2: replacement,
            ignorecase: flag,
            global: flag,
            value: directive
          },
          ['pattern', 'value']
        ),
        2
      ),
      named('@arrayPath', fc.tuple(fc.oneof(paths, directive), fc.oneof(objects, inner)), 3),
      named(
        '@flatten',
        options({ separator: rather(text), value: directive, omitArrays: flag }, ['separator', 'value'])
      ),
      named(
        '@json',
        options({ mode: fc.constantFrom<unknown>('encode', 'decode', 'ENCODE', 'none'), value: directive }, [
          'mode',
          'value'
        ]),
        2
      ),
      named(
        '@merge',
        options(
          {
            direction: fc.constantFrom<unknown>('left', 'right', 'up'),
            objects: fc.array(fc.oneof(objects, directive), { maxLength: 3 })
          },
          ['direction', 'objects']
        ),
        2
      ),
      named(
        '@transform',
        options({ apply: fc.oneof(objects, directive), mapping: fc.oneof(objects, directive) }, ['apply', 'mapping']),
        2
      ),
      named('@excludeWhenNull', inner),
      named('@unknown', leaf),
      {
        weight: 1,
        arbitrary: fc.tuple(paths, leaf).map(([path, note]): object => ({ '@path': path, _metadata: { note } }))
      },
      { weight: 1, arbitrary: fc.tuple(paths, inner).map(([path, other]): object => ({ '@path': path, a: other })) }
    ),
    part: fc.oneof(
      { maxDepth: 5, depthSize: 'small', withCrossShrink: true },
      { weight: 2, arbitrary: leaf },
      { weight: 6, arbitrary: directive },
      { weight: 2, arbitrary: objects },
      { weight: 1, arbitrary: fc.array(inner, { maxLength: 2 }) }
    )
  }
})

const fields = fc.array(fc.tuple(fc.constantFrom('event', 'value', 'contents', 'address', '__proto__'), part), {
  maxLength: 5
})

/** Mappings of the mapping kit with every directive, nested; some of them are invalid. */
export const mappings: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  { weight: 12, arbitrary: fields.map((entries) => Object.fromEntries(entries)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fields,
        fc.oneof(
          part,
          fc.record({ '@transform': fc.record({ apply: part }, { noNullPrototype: true }) }, { noNullPrototype: true })
        )
      )
      .map(([entries, root]) => ({ ...Object.fromEntries(entries), __segment_internal_directive: root }))
  },
  { weight: 1, arbitrary: part.map((one) => ({ ...(one as object) })) }
)
