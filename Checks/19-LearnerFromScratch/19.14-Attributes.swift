import Exercises19
import Practice
import Solutions19

/// An object, as what can be done with it.
private struct Object: Sendable {
    let attribute: NamedFunction<Float, String, Float>
    let set: NamedFunction<Void, String, Float>
    let remove: NamedFunction<Bool, String>
}

/// Two objects: the first one forwards to the second, and that to a third.
private typealias MakeObjects = @Sendable () -> (outer: Object, middle: Object)

private let readers: MakeObjects = {
    let inner = Exercises19.Attributes(["a": 1, "b": 2, "c": 3])
    let middle = Exercises19.Attributes(["b": 20, "d": 40], fallback: inner)
    let outer = Exercises19.Attributes(["c": 300], fallback: middle)
    return (
        object("outer", outer.attribute, outer.set, outer.remove),
        object("middle", middle.attribute, middle.set, middle.remove)
    )
}
private let ours: MakeObjects = {
    let inner = Solutions19.Attributes(["a": 1, "b": 2, "c": 3])
    let middle = Solutions19.Attributes(["b": 20, "d": 40], fallback: inner)
    let outer = Solutions19.Attributes(["c": 300], fallback: middle)
    return (
        object("outer", outer.attribute, outer.set, outer.remove),
        object("middle", middle.attribute, middle.set, middle.remove)
    )
}

/// An object is used by one check only, which runs on one thread.
private func object(
    _ name: String, _ attribute: @escaping (String, Float) throws -> Float,
    _ set: @escaping (String, Float) throws -> Void, _ remove: @escaping (String) throws -> Bool
) -> Object {
    nonisolated(unsafe) let (attribute, set, remove) = (attribute, set, remove)
    return Object(
        attribute: NamedFunction("\(name).attribute(_:default:)") { try attribute($0, $1) },
        set: NamedFunction("\(name).set(_:to:)") { try set($0, $1) },
        remove: NamedFunction("\(name).remove(_:)") { try remove($0) })
}

let attributes = Check("19.14", Answer(readers, ours)) { makeObjects in
    let (outer, middle) = makeObjects()
    for (name, value) in [("a", 1), ("b", 20), ("c", 300), ("d", 40), ("e", -1)] as [(String, Float)] {
        try expectEqual(outer.attribute(name, -1), value)
    }
    try expectEqual(middle.attribute("c", -1), 3)

    // The trap: what is set here hides what is there, and leaves it as it was.
    _ = try outer.set("b", 7)
    try expectEqual(outer.attribute("b", -1).noting("after outer.set(\"b\", to: 7)"), 7)
    try expectEqual(middle.attribute("b", -1).noting("after outer.set(\"b\", to: 7)"), 20)
    _ = try outer.set("new", 5)
    try expectEqual(outer.attribute("new", -1), 5)
    try expectEqual(middle.attribute("new", -1).noting("after outer.set(\"new\", to: 5)"), -1)

    // What changes further in is seen, unless it is hidden.
    _ = try middle.set("a", 10)
    try expectEqual(outer.attribute("a", -1).noting("after middle.set(\"a\", to: 10)"), 10)
    _ = try middle.set("b", 21)
    try expectEqual(outer.attribute("b", -1).noting("after middle.set(\"b\", to: 21)"), 7)

    try expectEqual(outer.remove("b"), true)
    try expectEqual(outer.attribute("b", -1).noting("after outer.remove(\"b\")"), 21)
    try expectEqual(outer.remove("b").noting("once more"), false)
    try expectEqual(outer.remove("d").noting("which only middle has"), false)
    try expectEqual(outer.attribute("d", -1), 40)
}
