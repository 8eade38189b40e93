// # A machine for pickles that can only hold things
//
// A pickle is a list of steps for a machine with a stack: put a number on it, put a text on it, make a tuple of
// everything above the mark, put it into the dictionary below … Each step is one byte and what belongs to it. Three
// kinds of steps are where Python runs code: a *global* looks up a function by its name, *reduce* calls it, *build*
// sets up an object. Here a global is one of the few that PickleNames.swift knows, reduce makes what that name stands
// for, and build is only taken for a dictionary, whose attributes nobody needs.
//
// Lists, tuples and dictionaries lie in tables, and the stack has their numbers. So an object that holds itself is no
// more than a number, and one that is nested a million times is taken apart without a million calls.

/// What can be on the stack.
enum PickleValue {
    case none
    case bool(Bool)
    case int(Int)
    /// A whole number of more than 64 bits; its bytes.
    case large([UInt8])
    case number(Double)
    case text(String)
    case bytes
    case name(PickleName)
    /// Places in the machine's tables.
    case list(Int), tuple(Int), dictionary(Int), storage(Int), tensor(Int)
}

/// Runs one pickle.
struct PickleMachine {
    /// A pickle of more bytes is refused. (That of a net with a thousand tensors has about 100,000.)
    static let longest = 8 << 20

    let bytes: [UInt8]
    /// Of the next step; at the end, after the pickle.
    var place: Int
    var stack: [PickleValue] = []
    /// How high the stack was at each mark.
    var marks: [Int] = []
    private var memo: [Int: PickleValue] = [:]
    var lists: [[PickleValue]] = []
    var tuples: [[PickleValue]] = []
    var dictionaries: [[(key: PickleValue, value: PickleValue)]] = []
    var storages: [StorageClaim] = []
    var tensors: [TensorClaim] = []

    init(_ bytes: [UInt8], at place: Int = 0) { (self.bytes, self.place) = (bytes, place) }

    func broken(_ problem: String) -> BrokenTorchFile {
        BrokenTorchFile("its pickle is broken at byte \(place): \(problem)")
    }

    /// Runs until the step that says stop.
    /// - Returns: the object that was built.
    mutating func run() throws -> PickleValue {
        while true {
            let step = try take(1).first!
            if step == UInt8(ascii: ".") { return try pop() }
            let isKnown = try structure(step) || number(step) || text(step) || memory(step) || call(step)
            guard isKnown else {
                throw BrokenTorchFile(
                    "its pickle has step 0x\(String(step, radix: 16)) at byte \(place - 1), which weights do not need")
            }
        }
    }

    // MARK: The stack

    mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - place else { throw broken("it is cut short") }
        defer { place += count }
        return bytes[place..<place + count]
    }

    /// A little-endian number without a sign.
    mutating func takeNumber(_ width: Int) throws -> Int {
        guard let value = Int(exactly: TorchFiles.number(try take(width))) else {
            throw broken("a length is too large")
        }
        return value
    }

    mutating func pop() throws -> PickleValue {
        guard stack.count > (marks.last ?? 0) else { throw broken("there is nothing on the stack") }
        return stack.removeLast()
    }

    /// Everything above the last mark, which is removed.
    mutating func popToMark() throws -> [PickleValue] {
        guard let mark = marks.popLast() else { throw broken("there is no mark") }
        defer { stack.removeSubrange(mark...) }
        return Array(stack[mark...])
    }

    func top() throws -> PickleValue {
        guard stack.count > (marks.last ?? 0), let value = stack.last else {
            throw broken("there is nothing on the stack")
        }
        return value
    }

    // MARK: The memo: things that are used again

    private mutating func memory(_ step: UInt8) throws -> Bool {
        switch Character(Unicode.Scalar(step)) {
        case "q": memo[try takeNumber(1)] = try top()
        case "r": memo[try takeNumber(4)] = try top()
        case "\u{94}": memo[memo.count] = try top()
        case "h": stack.append(try remembered(try takeNumber(1)))
        case "j": stack.append(try remembered(try takeNumber(4)))
        default: return false
        }
        return true
    }

    private func remembered(_ number: Int) throws -> PickleValue {
        guard let value = memo[number] else { throw broken("there is no object \(number) to use again") }
        return value
    }
}
