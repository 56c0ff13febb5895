using Pod.AppHost.Surface.Tests.Support;
using Pod.Hosting;

namespace Pod.AppHost.Surface.Tests;

/// <summary>Real processes that answer as a container engine would.</summary>
public sealed class ContainerEngineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pod-engine-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("[ \"$*\" = 'container ls -n 1' ]", true)]
    [InlineData("echo 'Cannot connect to the daemon' >&2; exit 1", false)]
    public void Engine_counts_when_it_answers(string script, bool expected)
    {
        var engine = Path.Combine(_folder, "engine");
        File.WriteAllText(engine, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(engine, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Assert.Equal(expected, ContainerEngine.IsAvailable(RecordedApplication.Begin($"--ASPIRE_CONTAINER_RUNTIME={engine}")));
    }

    [Fact]
    public void Engine_that_is_not_there_does_not_count() =>
        Assert.False(ContainerEngine.IsAvailable(RecordedApplication.Begin("--ASPIRE_CONTAINER_RUNTIME=" + Path.Combine(_folder, "none"))));

    [Fact]
    public void Published_is_for_machines_with_containers() =>
        Assert.True(ContainerEngine.IsAvailable(RecordedApplication.Begin("--operation=publish", "--ASPIRE_CONTAINER_RUNTIME=" + Path.Combine(_folder, "none"))));
}
