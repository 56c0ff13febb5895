namespace Pod.Generator.Contracts.Reading;

/// <summary>An endpoint of a contract.</summary>
/// <param name="Name">The name in URLs, without that of a module.</param>
/// <param name="Methods">The methods in the file's order.</param>
public sealed record ContractEndpoint(string Name, IReadOnlyList<ContractMethod> Methods)
{
    /// <summary>Gets the methods that clients have. A raw answer that is neither a text nor bytes is for a browser or <c>curl</c>.</summary>
    public IEnumerable<ContractMethod> ClientMethods => Methods.Where(static method => !method.IsRaw || method.Returns is not null);

    /// <summary>Gets the documentation.</summary>
    public string? Documentation { get; init; }

    /// <summary>Gets why callers should not use it any more, or null.</summary>
    public string? Obsolete { get; init; }

    /// <summary>Gets whether it can be called itself, rather than only through endpoints that extend it.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Gets who may call.</summary>
    public ContractAccess Access { get; init; } = ContractAccess.Open;
}
