namespace Pod.Protocol.Tests.Types;

public sealed class VectorTests
{
    [Fact]
    public void Vectors_with_the_same_numbers_are_equal()
    {
        Assert.Equal(new Vector(1, 2.5f), new Vector([1, 2.5f]));
        Assert.True(new Vector(1) == new Vector(1) && new Vector(1) != new Vector(2) && new Vector(1) != null);
        Assert.Equal(new Vector(0f).GetHashCode(), new Vector(-0f).GetHashCode());
        Assert.Equal(new HalfVector((Half)0.1), new HalfVector(0.1f));
        Assert.Equal(new SparseVector([0, 5, 0]), new SparseVector(new Dictionary<int, float> { [2] = 5, [1] = 0 }, 3));
        Assert.NotEqual(new SparseVector([0, 5]), new SparseVector([0, 5, 0]));
        Assert.Equal(new Bit(true, false), new Bit("10"));
        Assert.Equal(new Bit("10").GetHashCode(), new Bit(true, false).GetHashCode());
        Assert.NotEqual(new Bit("1"), new Bit("10"));
    }

    [Fact]
    public void Arrays_are_copies()
    {
        float[] numbers = [1, 2];
        var vector = new Vector(numbers);
        numbers[0] = 9;
        vector.ToArray()[1] = 9;

        Assert.Equal([1, 2], vector.ToArray());
        Assert.Equal([(Half)1.5, (Half)2], new HalfVector(1.5f, 2f).ToArray());
        Assert.Equal([0, 5, 0, 7], new SparseVector(new Dictionary<int, float> { [4] = 7, [2] = 5 }, 4).ToArray());
        Assert.Equal([new(2, 5), new(4, 7)], new SparseVector([0, 5, 0, 7]).ToDictionary());
        Assert.Equal([true, false], new Bit("10").ToArray());
    }

    [Fact]
    public void What_no_database_takes_is_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => new Vector());
        Assert.Throws<ArgumentException>(() => new Vector(1, float.NaN));
        Assert.Throws<ArgumentException>(() => new HalfVector(float.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HalfVector(70000f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SparseVector(new Dictionary<int, float> { [0] = 1 }, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SparseVector(new Dictionary<int, float> { [4] = 1 }, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SparseVector(new Dictionary<int, float>(), 0));
        Assert.Throws<ArgumentException>(() => new SparseVector(new Dictionary<int, float> { [1] = float.NaN }, 3));
        Assert.Throws<ArgumentException>(() => new Bit("012"));
    }

    [Fact]
    public void Json_has_the_exact_forms_of_the_wire()
    {
        Assert.Equal("[1,2.5,-3E-07]", Text(PodJson.Vector, new Vector(1, 2.5f, -3e-7f)));
        Assert.Equal("[1,2.5]", Text(PodJson.HalfVector, new HalfVector(1, 2.5f)));
        Assert.Equal("\"{1:1.5,3:2}/4\"", Text(PodJson.SparseVector, new SparseVector([1.5f, 0, 2, 0])));
        Assert.Equal("\"{}/2\"", Text(PodJson.SparseVector, new SparseVector([0, 0])));
        Assert.Equal("\"0101\"", Text(PodJson.Bit, new Bit("0101")));
        Assert.Equal("Map<String,List<Vector?>>", PodJson.Map(PodJson.List(PodJson.OrNull(PodJson.Vector))).WireName);
        Assert.Equal(["HalfVector", "SparseVector", "Bit"], [PodJson.HalfVector.WireName, PodJson.SparseVector.WireName, PodJson.Bit.WireName]);
    }

    [Fact]
    public void Other_spellings_are_read()
    {
        Assert.Equal(new Vector(1, 2), Read(PodJson.Vector, "\" [ 1, 2e0 ] \""));
        Assert.Equal(new HalfVector(1f, 2f), Read(PodJson.HalfVector, "\"[1,2]\""));
        Assert.Equal(new SparseVector([1.5f, 0]), Read(PodJson.SparseVector, "[1.5,0]"));
        Assert.Equal(new SparseVector([1.5f, 0, 2]), Read(PodJson.SparseVector, "\"{3:2, 1:1.5} / 3\""));
        Assert.Equal(new Bit("101"), Read(PodJson.Bit, "[true,0,1]"));
        Assert.Equal(0, Read(PodJson.Bit, "\"\"").Dimension);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1,null]")]
    [InlineData("[1e99]")]
    [InlineData("{}")]
    [InlineData("\"[]\"")]
    [InlineData("\"[1,]\"")]
    [InlineData("\"[NaN]\"")]
    [InlineData("\"{0:1}/3\"")]
    [InlineData("\"{4:1}/3\"")]
    [InlineData("\"{1:1,1:2}/3\"")]
    [InlineData("\"{1:1}\"")]
    [InlineData("\"{1:1}/0\"")]
    [InlineData("\"{1:}/3\"")]
    public void What_is_no_vector_is_refused(string json)
    {
        Assert.Throws<PodJsonException>(() => Read(PodJson.Vector, json));
        Assert.Throws<PodJsonException>(() => Read(PodJson.HalfVector, json));
        Assert.Throws<PodJsonException>(() => Read(PodJson.SparseVector, json));
    }

    [Fact]
    public void Numbers_beyond_half_precision_are_refused()
    {
        Assert.Throws<PodJsonException>(() => Read(PodJson.HalfVector, "[70000]"));
        Assert.Throws<PodJsonException>(() => Read(PodJson.Bit, "\"012\""));
        Assert.Throws<PodJsonException>(() => Read(PodJson.Bit, "[2]"));
    }

    private static string Text<T>(JsonCodec<T> codec, T value) => PodJson.ToText(codec, value, JsonAudience.Visible);

    private static T Read<T>(JsonCodec<T> codec, string json) => PodJson.Decode(codec, json, JsonAudience.Visible);
}
