using System.Security.Cryptography;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>The password of a server that listens on TCP: the one of the options, else a generated one. It is kept in the data folder for the next start.</summary>
internal static class ServerPassword
{
    private const int Bytes = 24;

    /// <summary>Gets the password that the server has, or is to have.</summary>
    /// <exception cref="EmbeddedPostgresException">The cluster has a password that nobody knows any more.</exception>
    public static string ReadOrCreate(DataFolder folder, string? wanted)
    {
        if (File.Exists(folder.PasswordFile))
        {
            return wanted ?? File.ReadAllText(folder.PasswordFile).Trim();
        }

        // With a socket, a new password can be set from there.
        if (folder.HasCluster && OperatingSystem.IsWindows())
        {
            throw new EmbeddedPostgresException(
                $"The password file '{folder.PasswordFile}' is missing. Restore it, or delete '{folder.Root}' to start with an empty database.");
        }

        return wanted ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
    }

    /// <summary>Keeps the password where only this user can read it.</summary>
    public static void Keep(DataFolder folder, string password)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(folder.PasswordFile, options);
        file.Write(password);
    }

    /// <summary>Gets the password of a server that runs.</summary>
    /// <returns>The password, or null when this user may not know it.</returns>
    public static string? Find(DataFolder folder)
    {
        try
        {
            return File.ReadAllText(folder.PasswordFile).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
