using Sample.Server;

namespace Pod.GeneratedCode.Tests.Models;

public sealed class EnumPropertyTests
{
    [Fact]
    public void Properties_are_constants_of_the_values()
    {
        Assert.Equal((1, "it's ok", null), (Severity.Low.Weight, Severity.Low.Label, Severity.Low.Factor));
        Assert.Equal((10, "bad", 2.5), (Severity.High.Weight, Severity.High.Label, Severity.High.Factor));
    }

    [Fact]
    public void A_number_that_is_no_value_has_none() => Assert.Throws<ArgumentOutOfRangeException>(static () => ((Severity)7).Weight);
}
