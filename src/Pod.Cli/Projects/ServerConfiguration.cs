using Microsoft.Extensions.Configuration;

namespace Pod.Cli.Projects;

/// <summary>The configuration of a server as the server itself reads it, without its command line and code.</summary>
internal static class ServerConfiguration
{
    /// <exception cref="CliException">A file cannot be read.</exception>
    public static IConfigurationRoot Read(ServerProject project, string mode)
    {
        // The sources of an ASP.NET Core app, in its order.
        var builder = new ConfigurationBuilder().SetBasePath(project.Folder).AddJsonFile("appsettings.json", optional: true).AddJsonFile($"appsettings.{mode}.json", optional: true);
        if (mode == "Development" && project.ReadUserSecretsId() is { } secrets)
        {
            builder.AddUserSecrets(secrets);
        }

        try
        {
            return builder.AddEnvironmentVariables().Build();
        }
        catch (InvalidDataException exception)
        {
            throw new CliException($"{exception.Message} {exception.InnerException?.Message}".TrimEnd(), exitCode: ExitCode.ConfigurationInvalid);
        }
    }
}
