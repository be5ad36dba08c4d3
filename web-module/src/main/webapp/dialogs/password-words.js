/** What is wrong before the server is asked; null where nothing is. @returns {{field: string, message: string} | null} */
export const mismatch = ({new: wanted, again}) => wanted === again ? null : {field: 'again', message: 'The two new passwords are not the same.'};

/** What a refusal says to the person. @param {{status: number, field?: string, message: string}} refusal */
export function fault({status, field, message}) {
  if (status === 403 && field === 'current') {
    return {field, message: 'That is not your password. After several wrong ones the account is locked for a while.'};
  }
  if (field === 'new') {
    return {field, message: `${message.replace(/^new/, 'The new password')}.`};
  }
  return {field: '', message: `Not changed: ${message}${status === 0 ? ' Try again in a moment.' : ''}`};
}
