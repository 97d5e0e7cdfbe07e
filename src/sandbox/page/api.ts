const TOKEN_KEY = 'sandbox-token'

/** The sandbox wants a token that it knows. */
export class TokenNeeded extends Error {}

/** Keeps the token for as long as the browser tab lives. */
export function keepToken(token: string): void {
  sessionStorage.setItem(TOKEN_KEY, token)
}

/**
 * Asks the sandbox that serves this page.
 * @throws TokenNeeded if it asks for a token
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
