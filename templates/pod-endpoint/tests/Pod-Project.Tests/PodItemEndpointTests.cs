namespace Pod_Project.Tests;

public sealed class PodItemEndpointTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    [Fact]
    public async Task It_says_hello() => Assert.Equal("Hello Ada!", await Endpoints.PodItem.HelloAsync(Sessions, "Ada"));
}
