using System.ComponentModel;
using System.Diagnostics;
using Aspire.Hosting;
using Microsoft.Extensions.Configuration;

namespace Pod.Hosting;

/// <summary>
/// Whether containers can run. Aspire itself only warns when there is no container engine: the containers then never start, and everything that waits for
/// them waits.
/// </summary>
internal static class ContainerEngine
{
    private const string Setting = "Pod:Containers";
    private const string RuntimeVariable = "ASPIRE_CONTAINER_RUNTIME";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static bool IsAvailable(IDistributedApplicationBuilder builder) =>
        builder.ExecutionContext.IsPublishMode || (builder.Configuration.GetValue<bool?>(Setting) ?? Candidates(builder.Configuration[RuntimeVariable]).Any(Answers));

    private static string[] Candidates(string? runtime) => string.IsNullOrEmpty(runtime) ? ["docker", "podman"] : [runtime];

    private static bool Answers(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["container", "ls", "-n", "1"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            if (process is null || process.WaitForExit(Patience))
            {
                return process?.ExitCode == 0;
            }

            process.Kill();
            return false;
        }
        catch (Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }
}
