namespace Pod.Testing.Scopes;

/// <summary>A call or stream that a test started and that has not ended.</summary>
/// <param name="Name">The method, as messages call it.</param>
/// <param name="Completion">Ends with it and never fails.</param>
/// <param name="Cancel">Asks it to end.</param>
internal sealed record StartedWork(string Name, Task Completion, Action Cancel);
