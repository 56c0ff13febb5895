using System.Security.Cryptography;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>The generated password for systems where the server listens on TCP; kept in the data folder.</summary>
internal static class ServerPassword
{
    private const int Bytes = 24;

    public static string ReadOrCreate(DataFolder folder)
    {
        if (File.Exists(folder.PasswordFile))
        {
            return File.ReadAllText(folder.PasswordFile).Trim();
        }

        if (folder.HasCluster)
        {
            throw new EmbeddedPostgresException(
                $"The password file '{folder.PasswordFile}' is missing. Restore it, or delete '{folder.Root}' to start with an empty database.");
        }

        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        File.WriteAllText(folder.PasswordFile, password);
        return password;
    }
}
