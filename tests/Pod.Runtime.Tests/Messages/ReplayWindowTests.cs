using Pod.Runtime.Messages.Delivery;

namespace Pod.Runtime.Tests.Messages;

public sealed class ReplayWindowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_number_is_taken_once_while_it_is_at_most_63_behind(int seed)
    {
        var random = new Random(seed);
        var window = new ReplayWindow();
        var seen = new HashSet<long>();
        var highest = -1L;
        for (var step = 0; step < 10_000; step++)
        {
            var number = Math.Max(0, highest + random.Next(-80, random.Next(2, 100)));
            var expected = number > highest - 64 && seen.Add(number);
            highest = Math.Max(highest, number);
            Assert.Equal(expected, window.TryAdd(number));
        }
    }
}
