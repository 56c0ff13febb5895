namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>One usable installation.</summary>
/// <param name="Folder">The folder with the programs, links resolved.</param>
/// <param name="Version">Such as <c>15.14</c> or <c>18beta1</c>.</param>
/// <param name="Major">Such as 15; decides which data folders it can open.</param>
internal sealed record PostgresBinaries(string Folder, string Version, int Major)
{
    public string Postgres => ProgramIn(Folder, "postgres");

    public string InitDb => ProgramIn(Folder, "initdb");

    public string PgCtl => ProgramIn(Folder, "pg_ctl");

    public static string ProgramIn(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
