import Exercises15
import Practice
import Solutions15

let readTable = Check(
    "15.9", answer("readTable(_:void:)", Exercises15.readTable(_:void:), Solutions15.readTable(_:void:))
) { read in
    func expectRead(_ table: [[Int]], _ void: Int?, _ expected: [Double]?) throws {
        let found = try read(table, void)
        let numbers = found.its("accuracy, mean IoU, worst class") {
            $0.map { [$0.accuracy, $0.meanIoU, Double($0.worst)] }
        }
        guard let expected, let value = numbers.value else { return try expectEqual(numbers, expected) }
        try expectClose(Found(numbers.call, value), expected)
    }
    // A block told right, and a pole beside its place: the page's masks.
    try expectRead([[4, 0, 4, 0], [0, 4, 0, 0], [4, 0, 0, 0], [0, 0, 0, 0]], nil, [0.5, (1.0 / 3 + 1 + 0) / 3, 2])
    // The void class is the last: its pixels do not count, whatever was said of them.
    try expectRead([[6, 2, 2], [0, 8, 0], [50, 50, 50]], 2, [14.0 / 18, (0.6 + 0.8) / 2, 0])
    try expectRead([[6, 2, 2], [0, 8, 0], [0, 0, 0]], nil, [14.0 / 18, (0.6 + 0.8 + 0) / 3, 2])
    // The void class may be the first; and a class that was only ever said has an IoU of 0.
    try expectRead([[9, 9, 9], [0, 4, 1], [0, 0, 0]], 0, [0.8, 0.4, 2])
    try expectRead([[3, 0], [0, 5]], nil, [1, 1, 0])
    try expectRead([[0, 0], [7, 7]], 1, nil)
    try expectRead([[0, 0], [0, 0]], nil, nil)
}
