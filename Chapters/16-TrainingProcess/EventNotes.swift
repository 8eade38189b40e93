// Which events a callback answers: noted while it runs, for the picture of section 16.10.

/// Notes for which events a callback has a method of its own.
open class EventNotes {
    /// Those that have come.
    public private(set) final var answered: Set<Event> = []
    private final var didPass = false

    init() {}

    /// What the methods do that are not overridden.
    final func pass() { didPass = true }

    /// Called after the method of an event: unless it only passed, the event was answered.
    final func note(_ event: Event) {
        if !didPass { answered.insert(event) }
        didPass = false
    }
}
