const TOKEN_KEY = 'sandbox-token'

/** Thrown if a sandbox requires a token, or a relay a password, and the request had none or a wrong one. */
export class TokenRequired extends Error {}

/** Stores the token until the browser tab is closed. */
export function storeToken(token: string): void {
  sessionStorage.setItem(TOKEN_KEY, token)
}

/** Whether a token is stored. If the page asks for a token nevertheless, the sandbox refused the stored one. */
export function hasToken(): boolean {
  return sessionStorage.getItem(TOKEN_KEY) !== null
}

/**
 * Sends a request to the sandbox or relay that serves this page.
 * @throws TokenRequired if the answer is HTTP 401
 */
export async function callApi(path: string, init: RequestInit = {}): Promise<Response> {
  const token = sessionStorage.getItem(TOKEN_KEY)
  const response = await fetch(path, { ...init, headers: { ...(token !== null && { 'Access-Token': token }) } })
  if (response.status === 401) throw new TokenRequired()
  return response
}

/** Posts JSON to the sandbox that serves this page. */
export function postJson(path: string, body: unknown): Promise<Response> {
  return callApi(path, { method: 'POST', body: JSON.stringify(body) })
}
