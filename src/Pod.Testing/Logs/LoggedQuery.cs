namespace Pod.Testing;

/// <summary>One statement that was sent to the database.</summary>
/// <param name="Text">Its text; values stand beside it as parameters.</param>
/// <param name="Caller">The call that sent it, such as <c>message.post</c>; <c>internal</c> for the test's own session.</param>
/// <param name="SessionId">The session that sent it.</param>
/// <param name="Rows">How many rows it changed or gave.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
public sealed record LoggedQuery(string Text, string Caller, Guid SessionId, long Rows, Exception? Failure);
