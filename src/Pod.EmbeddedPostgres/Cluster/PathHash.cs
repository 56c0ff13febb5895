using System.Security.Cryptography;
using System.Text;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>A short name for a path, the same at every start.</summary>
internal static class PathHash
{
    public static string Of(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
}
