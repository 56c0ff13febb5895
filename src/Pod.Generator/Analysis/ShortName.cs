using System.Security.Cryptography;
using System.Text;

namespace Pod.Generator.Analysis;

/// <summary>Names in the database that the generator makes up.</summary>
internal static class ShortName
{
    private const int MaxLength = 63;
    private const int HashLength = 8;

    /// <summary>Gives the name itself, or a prefix of it and eight hex digits of its hash when PostgreSQL would cut it.</summary>
    public static string Make(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        return name[..(MaxLength - HashLength - 1)] + "_" + hash;
    }
}
