using Microsoft.Extensions.Configuration;
using Pod.Cli.Redis;

namespace Pod.Cli.Tests.Redis;

public sealed class RedisAddressTests
{
    [Theory]
    [InlineData("localhost", "localhost:6379", null, null, false)]
    [InlineData("redis:6380,password=a=b,ssl=True", "redis:6380", null, "a=b", true)]
    [InlineData("user=ada, one.example.org:7000, two.example.org:7000, password=x", "one.example.org:7000", "ada", "x", false)]
    [InlineData("[::1]:6379", "::1:6379", null, null, false)]
    public void Connection_strings_are_read_as_StackExchange_Redis_reads_them(string connection, string address, string? user, string? password, bool isEncrypted)
    {
        var read = Read("ConnectionStrings:cache", connection)!;

        Assert.Equal((address, user, password, isEncrypted), (read.ToString(), read.User, read.Password, read.IsEncrypted));
    }

    [Fact]
    public void Settings_count_where_there_is_no_connection_string()
        => Assert.Equal("redis.example.org:6379", Read("Pod:Redis:Host", "redis.example.org")?.ToString());

    [Fact]
    public void Where_nothing_is_configured_there_is_none() => Assert.Null(Read("Pod:Redis:Port", "6379"));

    private static RedisAddress? Read(string key, string value) =>
        RedisAddress.Of(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build());
}
