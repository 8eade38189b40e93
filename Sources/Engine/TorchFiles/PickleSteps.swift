// The steps of the machine: making tuples, lists and dictionaries, numbers, texts, and what a name stands for.

extension PickleMachine {
    mutating func structure(_ step: UInt8) throws -> Bool {
        switch Character(Unicode.Scalar(step)) {
        case "\u{80}":
            guard (2...5).contains(try takeNumber(1)) else { throw broken("its protocol is none of 2 to 5") }
        case "\u{95}": _ = try take(8)  // how long a part is
        case "(": marks.append(stack.count)
        case "0": _ = try pop()
        case "1": _ = try popToMark()
        case "2": stack.append(try top())
        case ")": push(tuple: [])
        case "\u{85}": push(tuple: try pop(1))
        case "\u{86}": push(tuple: try pop(2))
        case "\u{87}": push(tuple: try pop(3))
        case "t": push(tuple: try popToMark())
        case "]": push(list: [])
        case "l": push(list: try popToMark())
        case "a": try append([try pop()])
        case "e": try append(try popToMark())
        case "}": push(dictionary: [])
        case "d": push(dictionary: try pairs(try popToMark()))
        case "s": try set(try pop(2))
        case "u": try set(try popToMark())
        default: return false
        }
        return true
    }

    private mutating func pop(_ count: Int) throws -> [PickleValue] {
        Array(try (0..<count).map { _ in try pop() }.reversed())
    }

    private mutating func push(tuple items: [PickleValue]) {
        tuples.append(items)
        stack.append(.tuple(tuples.count - 1))
    }

    private mutating func push(list items: [PickleValue]) {
        lists.append(items)
        stack.append(.list(lists.count - 1))
    }

    private mutating func push(dictionary items: [(key: PickleValue, value: PickleValue)]) {
        dictionaries.append(items)
        stack.append(.dictionary(dictionaries.count - 1))
    }

    private mutating func append(_ items: [PickleValue]) throws {
        guard case .list(let number) = try top() else { throw broken("it appends to what is no list") }
        lists[number] += items
    }

    private mutating func set(_ items: [PickleValue]) throws {
        guard case .dictionary(let number) = try top() else {
            throw broken("it sets an entry of what is no dictionary")
        }
        dictionaries[number] += try pairs(items)
    }

    private func pairs(_ items: [PickleValue]) throws -> [(key: PickleValue, value: PickleValue)] {
        guard items.count.isMultiple(of: 2) else { throw broken("a key has no value") }
        return stride(from: 0, to: items.count, by: 2).map { (items[$0], items[$0 + 1]) }
    }

    // MARK: Numbers and texts

    mutating func number(_ step: UInt8) throws -> Bool {
        switch Character(Unicode.Scalar(step)) {
        case "N": stack.append(.none)
        case "\u{88}": stack.append(.bool(true))
        case "\u{89}": stack.append(.bool(false))
        case "K": stack.append(.int(try takeNumber(1)))
        case "M": stack.append(.int(try takeNumber(2)))
        case "J": stack.append(.int(Int(Int32(truncatingIfNeeded: try takeNumber(4)))))
        case "\u{8A}": stack.append(whole(Array(try take(try takeNumber(1)))))
        case "G": stack.append(.number(Double(bitPattern: TorchFiles.number(try take(8).reversed()))))
        default: return false
        }
        return true
    }

    /// A number of any length, in two's complement.
    private func whole(_ bytes: [UInt8]) -> PickleValue {
        guard let last = bytes.last else { return .int(0) }
        if bytes.count > 8 { return .large(bytes) }
        let fill: UInt8 = last < 0x80 ? 0 : 0xFF
        let padded = bytes + [UInt8](repeating: fill, count: 8 - bytes.count)
        return .int(Int(truncatingIfNeeded: TorchFiles.number(padded)))
    }

    mutating func text(_ step: UInt8) throws -> Bool {
        switch Character(Unicode.Scalar(step)) {
        case "X": stack.append(.text(try takeText(try takeNumber(4))))
        case "\u{8C}": stack.append(.text(try takeText(try takeNumber(1))))
        case "\u{8D}": stack.append(.text(try takeText(try takeNumber(8))))
        // Texts of Python 2.
        case "U": stack.append(.text(try takeText(try takeNumber(1))))
        case "T": stack.append(.text(try takeText(try takeNumber(4))))
        case "C", "B", "\u{8E}":
            _ = try take(try takeNumber(step == UInt8(ascii: "C") ? 1 : step == UInt8(ascii: "B") ? 4 : 8))
            stack.append(.bytes)
        default: return false
        }
        return true
    }

    private mutating func takeText(_ length: Int) throws -> String {
        guard let text = String(validating: try take(length), as: UTF8.self) else {
            throw broken("a text is not UTF-8")
        }
        return text
    }

    private mutating func takeLine() throws -> String {
        guard let end = bytes[place...].prefix(300).firstIndex(of: UInt8(ascii: "\n")) else {
            throw broken("a name does not end")
        }
        defer { place = end + 1 }
        return String(decoding: bytes[place..<end], as: UTF8.self)
    }

    // MARK: Names and what they stand for

    mutating func call(_ step: UInt8) throws -> Bool {
        switch Character(Unicode.Scalar(step)) {
        case "c": stack.append(.name(try PickleName(module: try takeLine(), name: try takeLine())))
        case "\u{93}":
            guard case .text(let name) = try pop(), case .text(let module) = try pop() else {
                throw broken("a name is no text")
            }
            stack.append(.name(try PickleName(module: module, name: name)))
        case "R": try reduce()
        case "b":
            _ = try pop()
            guard case .dictionary = try top() else { throw broken("it sets up what is no dictionary") }
        case "Q": try takeStorage(try pop())
        default: return false
        }
        return true
    }

    private mutating func reduce() throws {
        guard case .tuple(let number) = try pop(), case .name(let name) = try pop() else {
            throw broken("it calls what is no function")
        }
        let given = tuples[number]
        switch name {
        case .orderedDictionary: push(dictionary: try given.first.map { try pairs(listed: $0) } ?? [])
        case .size:
            guard case .tuple? = given.first else { throw broken("a shape is no tuple") }
            stack.append(given[0])
        case .rebuildTensor: try rebuildTensor(given)
        case .rebuildParameter:
            guard case .tensor? = given.first else { throw broken("a parameter is no tensor") }
            stack.append(given[0])
        case .storage: throw broken("it calls a type of storage")
        }
    }

    /// The entries of a dictionary as a list of pairs; Python 2 wrote them like that.
    private func pairs(listed value: PickleValue) throws -> [(key: PickleValue, value: PickleValue)] {
        guard case .list(let number) = value else { throw broken("a dictionary is made of what is no list") }
        return try lists[number].map { pair in
            let items: [PickleValue]
            switch pair {
            case .list(let number): items = lists[number]
            case .tuple(let number): items = tuples[number]
            default: items = []
            }
            guard items.count == 2 else { throw broken("an entry of a dictionary is no pair") }
            return (items[0], items[1])
        }
    }

    private mutating func rebuildTensor(_ given: [PickleValue]) throws {
        guard given.count >= 4, case .storage(let storage) = given[0], case .int(let offset) = given[1],
            let shape = wholeNumbers(given[2]), let strides = wholeNumbers(given[3])
        else { throw broken("a tensor is not made of storage, offset, shape and strides") }
        tensors.append(try TensorClaim(storages[storage], offset: offset, shape: shape, strides: strides))
        stack.append(.tensor(tensors.count - 1))
    }

    private func wholeNumbers(_ value: PickleValue) -> [Int]? {
        guard case .tuple(let number) = value else { return nil }
        let numbers = tuples[number].map { if case .int(let x) = $0 { x } else { nil as Int? } }
        return numbers.contains(nil) ? nil : numbers.map { $0! }
    }

    /// ("storage", its type, its name in the file, the device it was on, how many numbers it has)
    private mutating func takeStorage(_ value: PickleValue) throws {
        guard case .tuple(let number) = value, tuples[number].count >= 5, case .text("storage") = tuples[number][0],
            case .name(.storage(let type)) = tuples[number][1], case .text(let key) = tuples[number][2],
            case .int(let count) = tuples[number][4], (0...Int.max >> 8).contains(count)
        else { throw broken("a storage is not described as PyTorch does") }
        if tuples[number].count > 5, case .tuple = tuples[number][5] {
            throw BrokenTorchFile("a storage is a part of another one, as in the very first files of PyTorch")
        }
        storages.append(StorageClaim(type: type, key: key, count: count))
        stack.append(.storage(storages.count - 1))
    }
}
