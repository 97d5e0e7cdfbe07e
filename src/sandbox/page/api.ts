const TOKEN_KEY = 'sandbox-token'

/** Thrown if the sandbox requires a token and got none that it knows. */
export class TokenNeeded extends Error {}

/** Keeps the token until the browser tab is closed. */
export function keepToken(token: string): void {
  sessionStorage.setItem(TOKEN_KEY, token)
}

/**
 * Sends a request to the sandbox that serves this page.
 * @throws TokenNeeded if the sandbox requires a token
 */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const token = sessionStorage.getItem(TOKEN_KEY)
  const response = await fetch(path, { ...init, headers: { ...(token !== null && { 'Access-Token': token }) } })
  if (response.status === 401) throw new TokenNeeded()
  return response
}

/** Posts JSON to the sandbox that serves this page. */
export function post(path: string, body: unknown): Promise<Response> {
  return call(path, { method: 'POST', body: JSON.stringify(body) })
}
