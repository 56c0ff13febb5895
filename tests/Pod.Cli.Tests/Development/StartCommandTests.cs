namespace Pod.Cli.Tests.Development;

public sealed class StartCommandTests : IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("'oops' is no argument", "oops")]
    [InlineData("'../up' is no name", "--isolated=../up")]
    [InlineData("not for 'Production'", "--mode", "Production")]
    [InlineData("There is no '*.AppHost.csproj'", "--apphost")]
    public async Task What_cannot_be_started_is_said_at_once(string error, params string[] arguments)
    {
        var result = await _project.PodProcessAsync(["start", "--project", "My.App.Server", .. arguments]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(error, result.Errors, StringComparison.Ordinal);
    }
}
