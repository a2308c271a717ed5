"""One contender of bench/run: the workloads of src/jmh in PyTorch, JAX or NumPy, float64, one thread.

Like the Java contender it measures whenever a line with a number of seconds comes in, and answers with training steps per
second of processor time. A step is forward, loss, backward and update of the whole batch.
"""

import sys
import time

RATE = 0.01
WORKLOADS = {  # title: (units of the layers, batch, hidden activation, optimizer)
    "2-2-1 b1": ((2, 2, 1), 1, "sigmoid", "sgd"),
    "2-16-16-2 b10": ((2, 16, 16, 2), 10, "tanh", "sgd"),
    "2-16-16-2 b500": ((2, 16, 16, 2), 500, "tanh", "sgd"),
    "64-64-32-10 b32": ((64, 64, 32, 10), 32, "relu", "sgd"),
    "784-128-64-10 b64": ((784, 128, 64, 10), 64, "relu", "sgd"),
    "784-128-64-10 b64 Adam": ((784, 128, 64, 10), 64, "relu", "adam"),
    "784-1024-1024-10 b128": ((784, 1024, 1024, 10), 128, "relu", "sgd"),
    "conv 8@3x3 b32": ((784, 10), 32, "conv", "sgd"),
}


def data(units, batch):
    import numpy

    random = numpy.random.default_rng(1)
    x = random.random((batch, units[0]))
    if units[-1] == 1:
        return x, numpy.full((batch, 1), 0.5)
    return x, numpy.eye(units[-1])[numpy.arange(batch) % units[-1]]


def start(units):
    import numpy

    random = numpy.random.default_rng(2)
    pairs = zip(units[:-1], units[1:])
    return [(random.uniform(-1, 1, (n, m)) * (6 / (n + m)) ** 0.5, numpy.zeros(m)) for n, m in pairs]


def torch_step(units, batch, hidden, optimizer):
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    nn = torch.nn
    x, y = (torch.from_numpy(a) for a in data(units, batch))
    if hidden == "conv":
        x = x.reshape(batch, 1, 28, 28)
        layers = [nn.Conv2d(1, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(8 * 13 * 13, 10)]
    else:
        activation = {"sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "relu": nn.ReLU}[hidden]
        layers = []
        for n, m in zip(units[:-1], units[1:]):
            layers += [nn.Linear(n, m), activation()]
        layers = layers if hidden == "sigmoid" else layers[:-1]
    net = nn.Sequential(*layers)
    if units[-1] == 1:
        loss = lambda output: 0.5 * ((output - y) ** 2).sum()
    else:
        cross_entropy = nn.CrossEntropyLoss()
        labels = y.argmax(1)
        loss = lambda output: cross_entropy(output, labels)
    rule = torch.optim.Adam if optimizer == "adam" else torch.optim.SGD
    update = rule(net.parameters(), lr=0.001 if optimizer == "adam" else RATE)

    def step():
        update.zero_grad()
        loss(net(x)).backward()
        update.step()

    return step


def jax_step(units, batch, hidden, optimizer):
    import jax
    from jax import lax
    from jax import numpy as jnp

    jax.config.update("jax_enable_x64", True)
    x, y = (jnp.array(a) for a in data(units, batch))
    activation = {"sigmoid": jax.nn.sigmoid, "tanh": jnp.tanh, "relu": jax.nn.relu, "conv": jax.nn.relu}[hidden]

    def loss(parameters):
        h = x
        if hidden == "conv":
            kernel, bias = parameters[0]
            h = lax.conv(x.reshape(batch, 1, 28, 28), kernel, (1, 1), "VALID") + bias[:, None, None]
            h = lax.reduce_window(activation(h), -jnp.inf, lax.max, (1, 1, 2, 2), (1, 1, 2, 2), "VALID")
            h = h.reshape(batch, -1)
            parameters = parameters[1:]
        for w, b in parameters[:-1]:
            h = activation(h @ w + b)
        w, b = parameters[-1]
        z = h @ w + b
        if units[-1] == 1:
            return 0.5 * ((activation(z) - y) ** 2).sum()
        return -(y * jax.nn.log_softmax(z)).sum() / batch

    if hidden == "conv":
        parameters = [(jnp.full((8, 1, 3, 3), 0.1), jnp.zeros(8)), (jnp.full((1352, 10), 0.01), jnp.zeros(10))]
    else:
        parameters = [(jnp.array(w), jnp.array(b)) for w, b in start(units)]
    zeros = jax.tree.map(jnp.zeros_like, parameters)
    state = (parameters, zeros, zeros, 0.0)

    def sgd(state):
        p, m, v, t = state
        return jax.tree.map(lambda a, g: a - RATE * g, p, jax.grad(loss)(p)), m, v, t

    def adam(state):
        p, m, v, t = state
        g = jax.grad(loss)(p)
        t = t + 1
        m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
        v = jax.tree.map(lambda a, b: 0.999 * a + 0.001 * b * b, v, g)
        size = lambda a, b, c: a - 0.001 * (b / (1 - 0.9**t)) / (jnp.sqrt(c / (1 - 0.999**t)) + 1e-8)
        return jax.tree.map(size, p, m, v), m, v, t

    compiled = jax.jit(adam if optimizer == "adam" else sgd, donate_argnums=0)
    box = [jax.tree.map(jnp.copy, state)]

    def step():
        box[0] = compiled(box[0])
        box[0][0][-1][1].block_until_ready()

    return step


def numpy_step(units, batch, hidden, optimizer):
    import numpy as np

    if hidden == "conv":
        return numpy_convolution_step(batch)
    x, y = data(units, batch)
    parameters = start(units)
    moments = [[np.zeros_like(a) for a in pair] for pair in parameters]
    squares = [[np.zeros_like(a) for a in pair] for pair in parameters]
    steps = [0]
    forward = {
        "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
        "tanh": np.tanh,
        "relu": lambda z: np.maximum(z, 0),
    }[hidden]
    slope = {"sigmoid": lambda f: f * (1 - f), "tanh": lambda f: 1 - f * f, "relu": lambda f: f > 0}[hidden]

    def update(layer, place, gradient):
        parameter = parameters[layer][place]
        if optimizer == "sgd":
            parameter -= RATE * gradient
            return
        m, v, t = moments[layer][place], squares[layer][place], steps[0]
        m *= 0.9
        m += 0.1 * gradient
        v *= 0.999
        v += 0.001 * gradient * gradient
        parameter -= 0.001 * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)

    def step():
        steps[0] += 1
        outputs = [x]
        for w, b in parameters[:-1]:
            outputs.append(forward(outputs[-1] @ w + b))
        z = outputs[-1] @ parameters[-1][0] + parameters[-1][1]
        if units[-1] == 1:
            p = forward(z)
            0.5 * ((p - y) ** 2).sum()
            delta = (p - y) * slope(p)
        else:
            e = np.exp(z - z.max(1, keepdims=True))
            p = e / e.sum(1, keepdims=True)
            -(y * np.log(p)).sum() / batch
            delta = (p - y) / batch
        for layer in range(len(parameters) - 1, -1, -1):
            gradient = outputs[layer].T @ delta, delta.sum(0)
            if layer > 0:
                delta = (delta @ parameters[layer][0].T) * slope(outputs[layer])
            update(layer, 0, gradient[0])
            update(layer, 1, gradient[1])

    return step


def numpy_convolution_step(batch):
    import numpy as np

    x, y = data((784, 10), batch)
    windows = np.lib.stride_tricks.sliding_window_view(x.reshape(batch, 28, 28), (3, 3), axis=(1, 2))
    columns = np.ascontiguousarray(windows.reshape(batch * 676, 9))
    kernel, kernel_bias = np.full((9, 8), 0.1), np.zeros(8)
    w, b = start((1352, 10))[0]

    def step():
        nonlocal kernel, kernel_bias, w, b
        z = columns @ kernel + kernel_bias
        blocks = np.maximum(z, 0).reshape(batch, 13, 2, 13, 2, 8).transpose(0, 1, 3, 5, 2, 4).reshape(batch, 1352, 4)
        winner = blocks.argmax(2)
        h = np.take_along_axis(blocks, winner[:, :, None], 2)[:, :, 0]
        o = h @ w + b
        e = np.exp(o - o.max(1, keepdims=True))
        p = e / e.sum(1, keepdims=True)
        -(y * np.log(p)).sum() / batch
        delta = (p - y) / batch
        spread = np.zeros_like(blocks)
        np.put_along_axis(spread, winner[:, :, None], ((delta @ w.T) * (h > 0))[:, :, None], 2)
        back = spread.reshape(batch, 13, 13, 8, 2, 2).transpose(0, 1, 4, 2, 5, 3).reshape(batch * 676, 8)
        kernel = kernel - RATE * (columns.T @ back)
        kernel_bias = kernel_bias - RATE * back.sum(0)
        w = w - RATE * (h.T @ delta)
        b = b - RATE * delta.sum(0)

    return step


def main(library, title):
    step = {"torch": torch_step, "jax": jax_step, "numpy": numpy_step}[library](*WORKLOADS[title])
    steps = 1
    for line in sys.stdin:
        seconds = float(line)
        done = 0
        begin = time.process_time()
        used = 0.0
        while used < seconds:
            for _ in range(steps):
                step()
            done += steps
            used = time.process_time() - begin
            if used < seconds / 20:
                steps *= 2
        print(done / used, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
