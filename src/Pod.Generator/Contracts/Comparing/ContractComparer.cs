using Pod.Generator.Contracts.Comparing;
using Pod.Generator.Contracts.Reading;

namespace Pod.Generator;

/// <summary>Says what becomes of clients that were made from an older contract when they call a server of a newer one.</summary>
public static class ContractComparer
{
    /// <summary>Compares two contracts.</summary>
    /// <param name="before">The contract of the clients.</param>
    /// <param name="after">The contract of the server.</param>
    /// <returns>The differences that a client can meet, by subject.</returns>
    public static IReadOnlyList<ContractDifference> Compare(Contract before, Contract after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (older, newer) = (new WireContract(before), new WireContract(after));
        var differences = new List<ContractDifference>();
        new MethodComparison(older, newer, differences).Compare();
        new ModelComparison(older, newer, differences).Compare();
        return [.. differences.Distinct().OrderBy(static difference => difference.Subject, StringComparer.Ordinal).ThenBy(static difference => difference.Id, StringComparer.Ordinal)];
    }
}
