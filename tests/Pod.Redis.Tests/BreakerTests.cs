using ChatApp;
using Pod.Redis.Caching;

namespace Pod.Redis.Tests;

public sealed class BreakerTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void Five_failures_in_a_row_open_it_and_one_probe_closes_it()
    {
        var breaker = new Breaker(_time);
        for (var i = 0; i < 4; i++)
        {
            Assert.False(breaker.Failed());
        }

        Assert.False(breaker.Succeeded());
        for (var i = 0; i < 5; i++)
        {
            Assert.True(breaker.TryEnter());
            Assert.Equal(i == 4, breaker.Failed());
        }

        Assert.False(breaker.TryEnter());
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(breaker.TryEnter());
        Assert.False(breaker.TryEnter());
        Assert.False(breaker.Failed());
        Assert.False(breaker.TryEnter());
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(breaker.TryEnter());
        breaker.Abandoned();
        Assert.True(breaker.TryEnter());
        Assert.True(breaker.Succeeded());
        Assert.True(breaker.TryEnter());
        Assert.True(breaker.TryEnter());
    }
}
