using System.Security.Cryptography;
using System.Text;

namespace Pod.Generator.Contracts;

/// <summary>What clients send as <c>x-pod-contract</c>, so that a server can tell which contract they were made from.</summary>
internal static class ContractHash
{
    private const int Length = 16;

    public static string Of(string contract) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contract.ReplaceLineEndings("\n"))))[..Length];
}
