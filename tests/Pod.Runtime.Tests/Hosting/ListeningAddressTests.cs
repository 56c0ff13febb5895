using Microsoft.Extensions.Configuration;
using Pod.Runtime.Hosting.Starting;

namespace Pod.Runtime.Tests.Hosting;

/// <summary>Where the health check of a server asks.</summary>
public sealed class ListeningAddressTests
{
    [Theory]
    [InlineData("", "http://localhost:8080")]
    [InlineData("http_ports=5000", "http://*:5000")]
    [InlineData("https_ports=8443", "https://*:8443")]
    [InlineData("https_ports=8443;http_ports=5000", "http://*:5000")]
    [InlineData("http_ports=5000;urls=http://localhost:6000", "http://localhost:6000")]
    [InlineData("urls=https://localhost:6001, http://+:6000", "http://+:6000")]
    [InlineData("urls=http://localhost:6000;Kestrel:Endpoints:Api:Url=https://api.example.org:443", "https://api.example.org:443")]
    public void It_is_the_one_that_wins_in_the_host_and_without_encryption_if_there_is_one(string settings, string address)
    {
        var values = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static setting => setting.Split('=', 2))
            .Select(static parts => KeyValuePair.Create(parts[0], (string?)parts[1].Replace(", ", ";", StringComparison.Ordinal)));

        Assert.Equal(address, ListeningAddress.Of(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).ToString());
    }
}
