// For server code: cross-fetch's own types bring in the DOM. What it exports are the globals of Node.js.
declare const nodeFetch: typeof fetch
declare const NodeHeaders: typeof Headers
declare const NodeRequest: typeof Request
declare const NodeResponse: typeof Response
export { NodeHeaders as Headers, NodeRequest as Request, NodeResponse as Response, nodeFetch as default }
