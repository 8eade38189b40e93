import Exercises15
import Foundation
import Layers
import Practice
import Solutions15
import Tensors

let groupForEachBlock = Check(
    "15.5",
    answer(
        "groupsOfBlocks(_:lowest:highest:)", Exercises15.groupsOfBlocks(_:lowest:highest:),
        Solutions15.groupsOfBlocks(_:lowest:highest:))
) { groups in
    var random = SplitMix64(seed: 1505)
    let net = ResNet(.resNet18, classes: 5, using: &random)
    let found = try groups(net, 1e-5, 1e-2)
    try expectEqual(found.its("the number of groups") { $0.groups.count }, 10)
    // Every parameter is in one group, and they come in the order of the net.
    let parameters = found.value.groups.map { $0.flatMap(\.parameters) }
    try expectEqual(
        found.its("numbers in all groups") { _ in parameters.joined().map(\.count).reduce(0, +) }, net.parameterCount)
    let blocks = net.layer1 + net.layer2 + net.layer3 + net.layer4
    let counts =
        [net.conv1.parameterCount + net.bn1.parameterCount] + blocks.map(\.parameterCount) + [net.fc.parameterCount]
    try expectEqual(found.its("numbers in each group") { _ in parameters.map { $0.map(\.count).reduce(0, +) } }, counts)
    let places = Set(parameters.joined().map(ObjectIdentifier.init))
    try expectEqual(found.its("different parameters") { _ in places.count }, net.parameters.count)
    for (place, block) in blocks.enumerated() {
        let first = ObjectIdentifier(block.conv1.weight)
        try expect(
            found.its("group \(place + 1)") { _ in parameters[place + 1].contains { ObjectIdentifier($0) == first } },
            "block \(place), counted from 0"
        ) { $0 }
    }
    try expectClose(
        found.its("the rates", \.rates), (0..<10).map { 1e-5 * pow(1000, Double($0) / 9) }, tolerance: 1e-9)
}
