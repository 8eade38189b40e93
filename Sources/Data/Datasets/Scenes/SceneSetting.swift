// The places that objects are seen in. Each is a painter of the whole canvas: gradients and noise, and larger things.

import Tensors

/// A kind of background.
public enum SceneSetting: String, CaseIterable, Sendable {
    case sky, meadow, sea, underwater, wood, street, room

    /// Paints the background over the whole canvas.
    func paint(on canvas: inout Canvas, using random: inout SplitMix64) {
        switch self {
        case .sky: paintSky(on: &canvas, using: &random)
        case .meadow: paintMeadow(on: &canvas, using: &random)
        case .sea: paintSea(on: &canvas, using: &random)
        case .underwater: paintWater(on: &canvas, using: &random)
        case .wood: paintWood(on: &canvas, using: &random)
        case .street: paintStreet(on: &canvas, using: &random)
        case .room: paintRoom(on: &canvas, using: &random)
        }
    }
}

/// The colours of a sky at this hour, and its clouds.
private struct Sky {
    let zenith, horizon, cloud: Colour
    let cover: Float
    let noise: Noise

    init(using random: inout SplitMix64) {
        let hour = random.even()
        if hour < 0.55 {
            zenith = random.colour(hue: 0.54...0.62, 0.4...0.8, 0.5...0.9)
            horizon = zenith.mixed(with: .white, random.between(0.3, 0.7))
        } else if hour < 0.8 {
            zenith = random.colour(hue: 0.5...0.7, 0...0.15, 0.5...0.8)
            horizon = zenith.mixed(with: .white, 0.4)
        } else {
            zenith = random.colour(hue: 0.6...0.85, 0.3...0.6, 0.35...0.65)
            horizon = random.colour(hue: 0.02...0.12, 0.4...0.8, 0.8...0.95)
        }
        cloud = horizon.mixed(with: .white, 0.7)
        cover = random.between(0.3, 0.7)
        noise = random.noise()
    }

    func callAsFunction(_ p: Point, horizonAt y: Float = 1) -> Colour {
        let sky = zenith.mixed(with: horizon, min(1, max(0, p.y / y)))
        let clouds = (noise.cloudy([2.5 * p.x, 5 * p.y]) - cover) * 5
        return sky.mixed(with: cloud, max(0, min(0.9, clouds)))
    }
}

private func paintSky(on canvas: inout Canvas, using random: inout SplitMix64) {
    let sky = Sky(using: &random)
    canvas.fill { sky($0) }
}

private func paintMeadow(on canvas: inout Canvas, using random: inout SplitMix64) {
    let (sky, noise) = (Sky(using: &random), random.noise())
    let horizon = random.between(0.3, 0.6)
    let grass = random.colour(hue: 0.15...0.33, 0.3...0.75, 0.4...0.75)
    let far = grass.mixed(with: sky.horizon, 0.4)
    canvas.fill { p in
        let edge = horizon + 0.12 * (noise([2 * p.x, 0]) - 0.5)
        if p.y < edge { return sky(p, horizonAt: horizon) }
        let blades = 0.6 + 0.8 * noise.cloudy([20 * p.x, 9 * p.y])
        return far.mixed(with: grass, min(1, (p.y - edge) * 5)) * blades
    }
}

private func paintSea(on canvas: inout Canvas, using random: inout SplitMix64) {
    let (sky, noise) = (Sky(using: &random), random.noise())
    let horizon = random.between(0.25, 0.6)
    let deep = random.colour(hue: 0.47...0.63, 0.4...0.8, 0.3...0.65)
    canvas.fill { p in
        if p.y < horizon { return sky(p, horizonAt: horizon) }
        // Waves are nearer to one another the further away they are.
        let depth = p.y - horizon + 0.05
        let wave = noise.cloudy([3 * p.x / (0.3 + depth), 6 / depth + 12 * p.y])
        return deep.mixed(with: sky.cloud, max(0, min(1, (wave - 0.5) * 2)))
    }
}

private func paintWater(on canvas: inout Canvas, using random: inout SplitMix64) {
    let noise = random.noise()
    let top = random.colour(hue: 0.45...0.6, 0.4...0.8, 0.6...0.9)
    let sand = random.colour(hue: 0.08...0.15, 0.2...0.5, 0.5...0.8)
    let ground = random.between(0.75, 1.1)
    canvas.fill { p in
        if p.y > ground + 0.1 * noise([3 * p.x, 9]) { return sand * (0.6 + 0.7 * noise.cloudy(14 * p)) }
        let beam = noise([5 * p.x + 2.5 * p.y, 0.5])
        return top.mixed(with: top * 0.35, min(1, p.y)) * (0.75 + 0.5 * beam * (1 - min(1, p.y)))
    }
}

private func paintWood(on canvas: inout Canvas, using random: inout SplitMix64) {
    let noise = random.noise()
    let leaf = random.colour(hue: 0.12...0.36, 0.3...0.7, 0.3...0.65)
    let soil = random.colour(hue: 0.05...0.12, 0.3...0.65, 0.3...0.55)
    let floor = random.between(0.5, 0.8)
    canvas.fill { p in
        if p.y < floor { return leaf * (0.25 + 1.2 * noise.cloudy(7 * p)) }
        return soil.mixed(with: leaf, noise(6 * p)) * (0.4 + 1.1 * noise.cloudy(17 * p))
    }
    for _ in 0..<random.whole(2...5) {
        let (x, width) = (random.between(0, 1.3), random.between(0.03, 0.1))
        var trunk = Sketch()
        let bark = soil * random.between(0.4, 1.1)
        trunk.paint(
            Paint(bark, .stripes(40, .none), bark * 0.7, grain: 0.4, roundness: 0.8),
            limb(
                [.at(x + random.between(-0.05, 0.05), -0.1), .at(x, floor + random.between(0, 0.1))], width: width,
                to: 1.3 * width))
        canvas.paint(trunk, Placement(at: [0, 0], size: 1))
    }
}

private func paintStreet(on canvas: inout Canvas, using random: inout SplitMix64) {
    let noise = random.noise()
    let wall = random.colour(hue: 0...0.16, 0.05...0.5, 0.4...0.85)
    let pattern = random.pick([Pattern.plain, .bricks(18), .bricks(24)])
    let (kerb, road) = (random.between(0.5, 0.7), random.colour(hue: 0...1, 0...0.06, 0.3...0.5))
    let windows = random.noise()
    canvas.fill { p in
        if p.y > kerb + 0.1 { return road * (0.75 + 0.5 * noise.cloudy(22 * p)) }
        if p.y > kerb { return Colour(repeating: 0.65) * (0.8 + 0.4 * noise(12 * p)) }
        let cell = Point(p.x * 3.3, (p.y - kerb) * 3.3).rounded(.down)
        let inside = Point(p.x * 3.3, (p.y - kerb) * 3.3) - cell
        let isWindow = inside.x > 0.3 && inside.x < 0.75 && inside.y > 0.2 && inside.y < 0.75
        if isWindow && windows.at(Noise.whole(cell.x), Noise.whole(cell.y)) > 0.35 {
            return Colour(0.3, 0.36, 0.42) * (0.7 + 0.6 * noise(8 * p))
        }
        return wall.mixed(with: wall * 0.7, pattern.share(p, noise)) * (0.8 + 0.4 * noise.cloudy(6 * p))
    }
}

private func paintRoom(on canvas: inout Canvas, using random: inout SplitMix64) {
    let noise = random.noise()
    let wall = random.colour(hue: 0...1, 0.05...0.5, 0.45...0.9)
    let pattern = random.pick([
        Pattern.plain, .stripes(random.between(5, 12), .none), .dots(random.between(6, 12)), .patches(6), .bricks(10),
    ])
    let wood = random.colour(hue: 0.04...0.11, 0.3...0.75, 0.3...0.7)
    let (edge, contrast) = (random.between(0.5, 0.85), random.between(0.7, 0.9))
    canvas.fill { p in
        if p.y < edge {
            return wall.mixed(with: wall * contrast, pattern.share(p, noise)) * (0.9 + 0.2 * noise.cloudy(5 * p))
        }
        return wood * (p.y < edge + 0.02 ? 0.6 : 0.75 + 0.5 * noise([3 * p.x, 26 * p.y]))
    }
}
