// What becomes of shapes: `swift run explain "[64, 28, 28] - [28]"`.

import ArgumentParser
import Common
import Foundation

@main
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Which shape comes out, axis by axis, or why none does and what would help.",
        discussion: """
            Write an expression with shapes in the places of tensors, in quotation marks:

              swift run explain "[64, 28, 28] - [28]"              broadcasting: + - * /
              swift run explain "[64, 784] @ [784, 30] + [30]"     @ or × is the matrix product
              swift run explain "([4, 3].sum(1) + [3]).T"          also mean, unsqueezed, reshaped; .T transposes

            A number stands for itself: it has no axes. Axes count from 0, or from the end: -1 is the last. Exit code 1 \
            says that the shapes do not fit.
            """)

    @Argument(help: "The expression.") var expression: [String]

    static func main() {
        beginProgram()
        main(nil)
    }

    func run() throws {
        let ink = Ink.detect()
        let explanation = try Explanation(of: ShapeExpression(expression.joined(separator: " ")))
        say(explanation.steps.map { $0.page(ink) }.joined(separator: "\n\n"))
        if explanation.shape == nil { throw ExitCode.failure }
    }
}

extension Step {
    /// The step as the reader sees it.
    func page(_ ink: Ink) -> String {
        let end = result.map { "\(ink.green("\($0)"))  \(numbers(in: $0))" } ?? ink.red("✗ \(problem)")
        let body = [picture, remarks.joined(separator: "\n"), end, advice.map { "try  \($0)" }.joined(separator: "\n")]
        return "\(ink.bold(title))\n" + indented(body.filter { !$0.isEmpty }.joined(separator: "\n"), by: 2)
    }

    private func numbers(in shape: [Int]) -> String {
        guard let count = numberCount(shape) else { return "more numbers than a machine can count" }
        return shape.isEmpty ? "a single number" : counted(count, "number")
    }
}
