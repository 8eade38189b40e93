// # Reading an equation
//
// Section 17.6 · After this page you have a parser for `einsum`, which refuses what makes no sense and says why.

import Common
import Figures
import Notebook
import Tensors

// What can be wrong with such a string? More than one would think, and each case deserves a message of its own. Some
// can be seen from the string alone: it has no arrow or two, it has a sign that is no letter, the result has a letter
// that no operand has (how long should that axis be?), or has one twice. Others need the tensors: there are more of
// them than groups, a tensor has more axes than its group has letters, or a letter stands for two lengths:

/// What is wrong with an equation, or with the tensors that it is used on. Operands count from 0.
public enum EquationError: Error, Equatable {
    case arrows(Int)
    case notALetter(Character)
    case resultHasUnknown(Character)
    case resultHasTwice(Character)
    case operands(described: Int, given: Int)
    case axes(operand: Int, letters: Int, axes: Int)
    case lengths(Character, Int, Int)
}

extension EquationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .arrows(let count): "there are \(count) arrows; it takes one, as in ik,kj->ij"
        case .notALetter(let sign): "\"\(sign)\" is not a letter from a to z or A to Z"
        case .resultHasUnknown(let letter): "\(letter) of the result occurs in no operand"
        case .resultHasTwice(let letter): "\(letter) occurs twice in the result"
        case .operands(let described, let given):
            "it describes \(counted(described, "operand")), but there are \(given)"
        case .axes(let operand, let letters, let axes):
            "operand \(operand) has \(counted(letters, "letter")) for its \(axes) axes"
        case .lengths(let letter, let one, let other): "\(letter) is \(one) long in one place and \(other) in another"
        }
    }
}

// Taking a string apart is a matter of splitting: at the arrow, then at the commas. Spaces are allowed, and left out:

/// "ik,kj->ij" taken apart: the letters of each operand, and those of the result.
public struct Equation: Equatable, Sendable {
    public let operands: [[Character]]
    public let result: [Character]

    /// - Throws: ``EquationError`` for what can be seen without the tensors.
    public init(_ text: String) throws {
        let sides = text.filter { $0 != " " }.split(separator: "->", omittingEmptySubsequences: false)
        guard sides.count == 2 else { throw EquationError.arrows(sides.count - 1) }
        operands = sides[0].split(separator: ",", omittingEmptySubsequences: false).map { Array($0) }
        result = Array(sides[1])
        let letters = operands.flatMap { $0 }
        if let sign = (letters + result).first(where: { !($0.isLetter && $0.isASCII) }) {
            throw EquationError.notALetter(sign)
        }
        for letter in result {
            guard letters.contains(letter) else { throw EquationError.resultHasUnknown(letter) }
            if result.count(where: { $0 == letter }) > 1 { throw EquationError.resultHasTwice(letter) }
        }
    }
}

extension Foundations {
    func takeApart() throws {
        let equation = try Equation("bi, ij, bj -> b")
        show(equation.operands.map { String($0) }, "the operands of bi, ij, bj -> b")
        show(String(equation.result), "the letters of its result")
    }
}

// Then the shapes. Each operand needs a letter for each of its axes, and wherever a letter occurs, it has to mean the
// same length. (Unlike in broadcasting, a 1 is not repeated here. One letter is one length. PyTorch does repeat it;
// where a letter is 1 in one operand and 5 in another, the axis is usually not the one that was meant.)

extension Equation {
    /// The length that each letter stands for.
    /// - Throws: ``EquationError`` if the tensors do not fit the letters.
    public func lengths(_ shapes: [[Int]]) throws -> [Character: Int] {
        guard operands.count == shapes.count else {
            throw EquationError.operands(described: operands.count, given: shapes.count)
        }
        var lengths: [Character: Int] = [:]
        for (number, (letters, shape)) in zip(operands, shapes).enumerated() {
            guard letters.count == shape.count else {
                throw EquationError.axes(operand: number, letters: letters.count, axes: shape.count)
            }
            for (letter, length) in zip(letters, shape) {
                let known = lengths[letter] ?? length
                guard known == length else { throw EquationError.lengths(letter, known, length) }
                lengths[letter] = length
            }
        }
        return lengths
    }
}

extension Foundations {
    func refuse() {
        // Ten strings that are wrong, each used on a [2, 3] and a [3, 4]:
        var table = TextTable(["string", "what is wrong with it"])
        let texts = [
            "ik,kj", "ik,kj->i->j", "i1,1j->ij", "ik,kj->iz", "ik,kj->ii", "ik->ki", "ik,kj,jl->il", "ikj,kj->ij",
            "i,kj->ij", "ki,kj->ij",
        ]
        for text in texts {
            table.add(text, complaint(about: text, [[2, 3], [3, 4]]))
        }
        show(
            table, "What the parser refuses, for tensors [2, 3] and [3, 4]",
            predict: .yesNo("a is [2, 3] and b is [3, 4]. Is there anything wrong with ki,kj->ij?", true))
    }

    // MARK: Helpers

    private func complaint(about text: String, _ shapes: [[Int]]) -> String {
        do {
            _ = try Equation(text).lengths(shapes)
            return "nothing"
        } catch {
            return "\(error)"
        }
    }
}
