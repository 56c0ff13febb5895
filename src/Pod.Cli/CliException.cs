namespace Pod.Cli;

/// <summary>A command cannot go on, and the message says why and what to do. Printed without a stack trace.</summary>
internal sealed class CliException(string message) : Exception(message);
