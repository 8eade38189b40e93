// A message shows the call that went wrong, written from the function's name and the very arguments it was given:
// `gradientDescent(from: -1.5, learningRate: 0.1, steps: 3)`.

/// A function that knows its name. Calling it gives what it returned, together with the call.
public struct NamedFunction<Output, each Input>: Sendable {
    let name: String
    let function: @Sendable (repeat each Input) throws -> Output

    /// - Parameter name: the full name: "gradientDescent(from:learningRate:steps:)".
    public init(_ name: String, _ function: @escaping @Sendable (repeat each Input) throws -> Output) {
        (self.name, self.function) = (name, function)
    }

    public func callAsFunction(_ inputs: repeat each Input) throws -> Found<Output> {
        var arguments: [String] = []
        for input in repeat each inputs { arguments.append(written(input)) }
        let call = writtenCall(of: name, arguments)
        return Found(call, try asking(call) { try function(repeat each inputs) })
    }
}

/// What was found, and the call that it came from.
public struct Found<Value> {
    /// `sigmoid([0])`, or a part of what came back: `shuffledBatches(5, size: 2, using: &random), lengths`.
    public let call: String
    public let value: Value

    public init(_ call: String, _ value: Value) { (self.call, self.value) = (call, value) }

    /// A part of it, or what is made of it, under a name of its own.
    public func its<Part>(_ name: String, _ part: (Value) throws -> Part) rethrows -> Found<Part> {
        let call = "\(call), \(name)"
        return Found<Part>(call, try asking(call) { try part(value) })
    }

    /// The same, with a remark after the call, such as what is special about its arguments.
    public func noting(_ remark: String) -> Found { Found("\(call), \(remark)", value) }
}

// MARK: Arguments that cannot be written as they are

/// An argument that calls show by a name, such as a function.
public struct Named<Value> {
    let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) { (self.name, self.value) = (name, value) }
}

extension Named: CustomStringConvertible {
    public var description: String { name }
}

/// A function whose first argument is shown by a name.
public func naming<A, B, Output>(
    _ function: @escaping @Sendable (A, B) throws -> Output
) -> @Sendable (Named<A>, B) throws -> Output {
    { try function($0.value, $1) }
}

public func naming<A, B, C, D, Output>(
    _ function: @escaping @Sendable (A, B, C, D) throws -> Output
) -> @Sendable (Named<A>, B, C, D) throws -> Output {
    { try function($0.value, $1, $2, $3) }
}

public func naming<A, B, C, D, E, Output>(
    _ function: @escaping @Sendable (A, B, C, D, E) throws -> Output
) -> @Sendable (Named<A>, B, C, D, E) throws -> Output {
    { try function($0.value, $1, $2, $3, $4) }
}

/// An argument that a function changes: the `&random` of a call. It keeps the value that the function gave it.
public final class Variable<Value> {
    let name: String
    public var value: Value

    public init(_ name: String, _ value: Value) { (self.name, self.value) = (name, value) }
}

extension Variable: CustomStringConvertible {
    public var description: String { "&\(name)" }
}

/// A function that changes an argument, as one that takes a `Variable` for it.
public func changing<A, B, C, Output>(
    _ function: @escaping @Sendable (A, B, inout C) throws -> Output
) -> @Sendable (A, B, Variable<C>) throws -> Output {
    { try function($0, $1, &$2.value) }
}

public func changing<A, B, C, Output>(
    _ function: @escaping @Sendable (A, inout B, C) throws -> Output
) -> @Sendable (A, Variable<B>, C) throws -> Output {
    { try function($0, &$1.value, $2) }
}

public func changing<A, B, Output>(
    _ function: @escaping @Sendable (inout A, B) throws -> Output
) -> @Sendable (Variable<A>, B) throws -> Output {
    { try function(&$0.value, $1) }
}
