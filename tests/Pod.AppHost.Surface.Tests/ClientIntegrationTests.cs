using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Pod.AppHost.Surface.Tests.Support;

namespace Pod.AppHost.Surface.Tests;

public sealed class ClientIntegrationTests
{
    [Theory]
    [InlineData("poddb", "AddNpgsqlDataSource(poddb)")]
    [InlineData("cache", "AddRedisClient(cache)")]
    public void Client_is_added_where_the_AppHost_gave_a_connection(string connection, string expected)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection([new($"ConnectionStrings:{connection}", "Host=somewhere")]);

        builder.AddPodFromAspire();

        Assert.Equal([expected], RecordedApplication.NotesOf(builder));
    }

    [Fact]
    public void Server_without_AppHost_is_left_as_it_is()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());

        builder.AddPodFromAspire();

        Assert.Empty(RecordedApplication.NotesOf(builder));
    }
}
