using ChatApp.Client;

namespace Pod.Client.Tests;

public sealed class EndpointLookupTests
{
    [Fact]
    public async Task Endpoints_are_found_by_type_and_name()
    {
        await using var client = new ChatClient(new Uri("http://localhost"));

        Assert.Same(client.Probe, client.GetEndpoint<ProbeEndpointClient>());
        Assert.Same(client.Message, client.GetEndpoint<EndpointClient>("message"));
        Assert.Throws<PodClientEndpointNotFoundException>(() => client.GetEndpoint<MessageEndpointClient>("probe"));
        var failure = Assert.Throws<PodClientAmbiguousEndpointException>(() => client.GetEndpoint<EndpointClient>());
        Assert.Equal("ChatClient has several endpoints of the type 'EndpointClient'. Name one of: member, message, probe.", failure.Message);
    }

    [Theory]
    [InlineData(1, 50, 100)]
    [InlineData(2, 100, 200)]
    [InlineData(5, 500, 1000)]
    [InlineData(1000, 500, 1000)]
    public void Waits_grow_up_to_a_bound_and_have_a_random_part(int attempt, int shortest, int longest)
    {
        var backoff = new PodBackoff { FirstDelay = TimeSpan.FromMilliseconds(100), LongestDelay = TimeSpan.FromSeconds(1) };
        var waits = Enumerable.Range(0, 100).Select(_ => backoff.DelayBefore(attempt)).ToList();

        Assert.All(waits, wait => Assert.InRange(wait.TotalMilliseconds, shortest, longest));
        Assert.True(waits.Distinct().Count() > 1);
    }
}
