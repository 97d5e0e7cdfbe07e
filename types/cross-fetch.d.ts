// Types for server code. cross-fetch's own types need the DOM, but in Node.js it exports the global functions and classes.
declare const nodeFetch: typeof fetch
declare const NodeHeaders: typeof Headers
declare const NodeRequest: typeof Request
declare const NodeResponse: typeof Response
export { NodeHeaders as Headers, NodeRequest as Request, NodeResponse as Response, nodeFetch as default }
