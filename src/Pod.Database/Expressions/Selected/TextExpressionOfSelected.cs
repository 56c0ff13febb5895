using Pod.Database.Expressions.Fragments;
using Pod.Database.Selecting.Elements;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>An expression of text, with the C# type of a selected value.</summary>
/// <typeparam name="TSelected"><see cref="string"/>, or that or null.</typeparam>
public class TextExpression<TSelected> : TextExpression, ISelectable<TSelected>
{
    private static readonly TextFragment WhiteSpace = new(@"E' \t\n\r\f\x0B'");

    // Whether TSelected says "or null", which types of references do not tell at run time.
    private readonly bool _acceptsNull;

    internal TextExpression(ISqlFragment body, bool acceptsNull)
        : base(body)
        => _acceptsNull = acceptsNull;

    Selected<TSelected> ISelectable<TSelected>.Selected => Selected<TSelected>.Of(this, Storage, _acceptsNull);

    /// <summary>The text in lower case, by the rules of the column's collation.</summary>
    public TextExpression<TSelected> Lower() => new(new CallFragment("lower", this), _acceptsNull);

    /// <summary>The text in upper case, by the rules of the column's collation.</summary>
    public TextExpression<TSelected> Upper() => new(new CallFragment("upper", this), _acceptsNull);

    /// <summary>The text without white space (ASCII) at its ends.</summary>
    public TextExpression<TSelected> Trim() => new(new CallFragment("btrim", this, WhiteSpace), _acceptsNull);
}
