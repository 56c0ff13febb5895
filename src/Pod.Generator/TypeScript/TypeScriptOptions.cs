namespace Pod.Generator.TypeScript;

/// <summary>How a TypeScript client is written.</summary>
/// <param name="UsesBigInt">Whether <c>long</c> is a <c>bigint</c>. Otherwise it is a <c>number</c>, and one beyond 2^53 - 1 is an error when it is read.</param>
public sealed record TypeScriptOptions(bool UsesBigInt = false);
