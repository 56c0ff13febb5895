namespace Pod.Generator.Model.Endpoints;

/// <summary>The default of an optional parameter.</summary>
/// <param name="CSharp">The literal in C#, which means the same on server and client.</param>
/// <param name="Json">The value in JSON, for the contract.</param>
public sealed record ParameterDefault(string CSharp, string Json);
