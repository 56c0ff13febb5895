namespace Pod.Database.Selecting.Elements;

/// <summary>An expression that is there to be selected and for nothing else.</summary>
internal sealed class SelectedAlone<T>(Selected<T> selected) : ISelectable<T>
{
    Selected<T> ISelectable<T>.Selected => selected;
}
