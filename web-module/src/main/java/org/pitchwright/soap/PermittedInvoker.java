package org.pitchwright.soap;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.cxf.jaxws.JAXWSMethodInvoker;
import org.apache.cxf.message.Exchange;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.security.Permissions;
import org.pitchwright.security.RequiredPermission;

/** Calls an operation if the sender has the permission that {@link Crm} asks for. */
final class PermittedInvoker extends JAXWSMethodInvoker {
  private final Permissions permissions;

  PermittedInvoker(Crm operations, Permissions permissions) {
    super(operations);
    this.permissions = permissions;
  }

  @Override
  public Object invoke(Exchange exchange, Object parameters) {
    if (exchange.getBindingOperationInfo() == null) {
      throw ProblemException.invalid("", "The Body must hold one message, such as SubmitEvents");
    }
    return super.invoke(exchange, parameters);
  }

  @Override
  protected Object invoke(
      Exchange exchange, Object service, Method method, List<Object> parameters) {
    RequiredPermission.of(declared(method), Crm.class).check(permissions);
    return super.invoke(exchange, service, method, parameters);
  }

  /** The method of the port type; a proxy's own carries no annotations. */
  private static Method declared(Method method) {
    try {
      return Crm.class.getMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(method + " is no operation of " + Crm.class, e);
    }
  }
}
