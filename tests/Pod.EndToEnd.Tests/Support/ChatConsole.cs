namespace Pod.EndToEnd.Tests.Support;

/// <summary>The sample's terminal client, as a real process.</summary>
internal static class ChatConsole
{
    public static ProgramRun Start(Uri server, params string[] arguments) =>
        ProgramRun.Start("dotnet", [Repository.ChatConsoleProgram, .. arguments, "--server", server.ToString()]);
}
